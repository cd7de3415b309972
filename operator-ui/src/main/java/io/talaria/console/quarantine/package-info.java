/** What the gateway could not use, and what becomes of it. */
@NullMarked
package io.talaria.console.quarantine;

import org.jspecify.annotations.NullMarked;
