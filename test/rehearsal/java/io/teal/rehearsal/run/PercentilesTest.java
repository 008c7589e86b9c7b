package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void ofAThousandTheLastIsTheTail() {
        Percentiles thousand = new Percentiles(LongStream.rangeClosed(1, 1000).map(number -> 1001 - number));
        assertThat(thousand.at(50)).isEqualTo(500);
        assertThat(thousand.at(99)).isEqualTo(990);
        assertThat(thousand.at(99.9)).isEqualTo(999);
        assertThat(thousand.at(100)).isEqualTo(1000);
    }

    @Test
    void ofTwoHalfIsTheSmallerAndOfNoneAllIsZero() {
        assertThat(new Percentiles(LongStream.of(7, -3)).at(50)).isZero();
        assertThat(new Percentiles(LongStream.of(7, -3)).at(50.1)).isEqualTo(7);
        assertThat(new Percentiles(LongStream.of(7)).at(0)).isEqualTo(7);
        assertThat(new Percentiles(LongStream.empty()).at(99)).isZero();
    }
}
