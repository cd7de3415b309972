/**
 * Which bot answers a turn, and the scripted one: it walks through a definition, offline and always
 * the same way.
 */
@NullMarked
package io.talaria.worker.bot;

import org.jspecify.annotations.NullMarked;
