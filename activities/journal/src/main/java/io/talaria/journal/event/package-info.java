/** What happened, for the record and for whoever subscribes. */
@NullMarked
package io.talaria.journal.event;

import org.jspecify.annotations.NullMarked;
