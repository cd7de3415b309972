/**
 * A journey's definition: the plan that the workflow carries, and the texts that stay with the bot.
 */
@NullMarked
package io.talaria.definition;

import org.jspecify.annotations.NullMarked;
