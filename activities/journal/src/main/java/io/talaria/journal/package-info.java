/** The journal in PostgreSQL: it decides what a crash can't undo, and shows the rest. */
@NullMarked
package io.talaria.journal;

import org.jspecify.annotations.NullMarked;
