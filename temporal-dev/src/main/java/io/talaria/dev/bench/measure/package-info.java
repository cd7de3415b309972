/** One class per thing that is measured. */
@NullMarked
package io.talaria.dev.bench.measure;

import org.jspecify.annotations.NullMarked;
