/**
 * WhatsApp as the storm plays it: what was accepted, and when, is known here and nowhere better.
 */
@NullMarked
package io.talaria.dev.storm.network;

import org.jspecify.annotations.NullMarked;
