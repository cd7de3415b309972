/** Candidates' files, for whoever is signed in to their account. */
@NullMarked
package io.talaria.console.media;

import org.jspecify.annotations.NullMarked;
