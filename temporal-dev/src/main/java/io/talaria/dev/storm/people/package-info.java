/** Candidates and recruiters of a storm. */
@NullMarked
package io.talaria.dev.storm.people;

import org.jspecify.annotations.NullMarked;
