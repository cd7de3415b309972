/** The worker process: what it runs, and the settings of that. */
@NullMarked
package io.talaria.worker;

import org.jspecify.annotations.NullMarked;
