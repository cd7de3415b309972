/** The journey's way to the journal. */
@NullMarked
package io.talaria.worker.journal;

import org.jspecify.annotations.NullMarked;
