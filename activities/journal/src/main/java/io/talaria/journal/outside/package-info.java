/** Another system that speaks at a number of ours: what it reports, and how far we only look on. */
@NullMarked
package io.talaria.journal.outside;

import org.jspecify.annotations.NullMarked;
