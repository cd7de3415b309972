/** What must hold after a storm, as functions of what was seen. */
@NullMarked
package io.talaria.dev.storm.check;

import org.jspecify.annotations.NullMarked;
