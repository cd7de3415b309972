/**
 * An existing dispatcher and agent, as a team may have one: the other side of docs/outside-bot.md.
 */
@NullMarked
package io.talaria.dev.examplebot;

import org.jspecify.annotations.NullMarked;
