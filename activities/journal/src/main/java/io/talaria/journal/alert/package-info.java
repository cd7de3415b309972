/** Alerts to the team: one row per episode, posted at most twice, never after it was seen. */
@NullMarked
package io.talaria.journal.alert;

import org.jspecify.annotations.NullMarked;
