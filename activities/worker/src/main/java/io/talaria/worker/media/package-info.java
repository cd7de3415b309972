/**
 * Fetches the files that candidates sent, beside their journeys: each by a job that is tried again
 * until it is in the media store, or until it is sure that it never will be.
 */
@NullMarked
package io.talaria.worker.media;

import org.jspecify.annotations.NullMarked;
