/**
 * Rehearsals of definitions: conversations played on the time-skipping server, month in a second.
 */
@NullMarked
package io.talaria.dev.rehearsal;

import org.jspecify.annotations.NullMarked;
