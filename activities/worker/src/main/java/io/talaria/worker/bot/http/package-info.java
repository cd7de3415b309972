/** Bots from outside, asked over HTTP by the contract in docs/outside-bot.md. */
@NullMarked
package io.talaria.worker.bot.http;

import org.jspecify.annotations.NullMarked;
