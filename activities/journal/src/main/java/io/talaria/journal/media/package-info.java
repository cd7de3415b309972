/** Files that candidates sent: how each stands, and where its bytes are kept. */
@NullMarked
package io.talaria.journal.media;

import org.jspecify.annotations.NullMarked;
