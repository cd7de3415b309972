/** The contract of a candidate's journey: its door, its messages, its ids. */
@NullMarked
package io.talaria.journey;

import org.jspecify.annotations.NullMarked;
