package io.teal.operate.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageYearsTest {
    private static final int STEPS = 2000;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** What was needed and is deleted, in years that {@code seed} draws. */
    private static Set<String> lost(ImageYears years) {
        Set<String> lost = new HashSet<>();
        for (int step = 0; step < STEPS; step++) {
            Set<String> needed = new HashSet<>(years.step());
            needed.retainAll(years.deleted);
            lost.addAll(needed);
        }
        return lost;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noImageThatAColourOrOneOfTheLastReleasesUsesIsEverDeletedAndOldOnesAre(long seed) {
        ImageYears years = new ImageYears(seed, true);
        assertThat(lost(years)).isEmpty();
        assertThat(years.deleted).hasSizeGreaterThan(100);
        assertThat(years.images).hasSizeLessThan(60);
    }

    /** The control: Image Builder's own rules of number and last launch do not look who uses an image. */
    @Test
    void withoutTheTagAnImageThatServesIsDeleted() {
        assertThat(seeds().filter(seed -> !lost(new ImageYears(seed, false)).isEmpty())
                        .count())
                .isGreaterThan(50);
    }
}
