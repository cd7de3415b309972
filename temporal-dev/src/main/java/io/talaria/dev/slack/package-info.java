/** A look-alike of the few Slack methods that the desk calls, and a page that shows the channel. */
@NullMarked
package io.talaria.dev.slack;

import org.jspecify.annotations.NullMarked;
