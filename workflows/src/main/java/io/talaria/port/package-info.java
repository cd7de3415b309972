/** What a journey asks of its neighbours, in the words of the domain. */
@NullMarked
package io.talaria.port;

import org.jspecify.annotations.NullMarked;
