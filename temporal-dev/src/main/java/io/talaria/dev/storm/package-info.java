/** The storm: a real installation under load and faults, and what must hold afterwards. */
@NullMarked
package io.talaria.dev.storm;

import org.jspecify.annotations.NullMarked;
