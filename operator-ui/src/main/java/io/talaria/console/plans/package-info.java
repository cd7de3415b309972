/**
 * Which plans of the definitions are published, who is on which, and moving journeys to another.
 */
@NullMarked
package io.talaria.console.plans;

import org.jspecify.annotations.NullMarked;
