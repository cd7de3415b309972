/** Joins the gateway's context in a storm; speaks nothing but Spring. */
@NullMarked
package io.talaria.dev.storm.sweep;

import org.jspecify.annotations.NullMarked;
