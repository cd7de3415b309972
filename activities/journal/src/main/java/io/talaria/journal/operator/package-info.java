/** People of the team who may open the console, and the one-time links by which they come in. */
@NullMarked
package io.talaria.journal.operator;

import org.jspecify.annotations.NullMarked;
