/** The one place where what identifies a person is sealed and opened. */
@NullMarked
package io.talaria.seal;

import org.jspecify.annotations.NullMarked;
