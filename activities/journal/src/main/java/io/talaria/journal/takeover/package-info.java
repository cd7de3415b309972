/** The brake: what the console raises before it asks the journey to give a conversation over. */
@NullMarked
package io.talaria.journal.takeover;

import org.jspecify.annotations.NullMarked;
