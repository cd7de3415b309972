/** The three panes: queue, conversation, candidate. */
@NullMarked
package io.talaria.console.inbox;

import org.jspecify.annotations.NullMarked;
