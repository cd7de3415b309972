/** The console's side of the journey's door: Updates with deadlines, answered by values. */
@NullMarked
package io.talaria.console.desk;

import org.jspecify.annotations.NullMarked;
