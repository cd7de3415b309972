/**
 * Read models: the queue, a conversation, the funnel and the quarantine, each in written-out SQL.
 */
@NullMarked
package io.talaria.journal.reading;

import org.jspecify.annotations.NullMarked;
