/** Joins the worker's context in a storm; speaks nothing but Spring and the port. */
@NullMarked
package io.talaria.dev.storm.bot;

import org.jspecify.annotations.NullMarked;
