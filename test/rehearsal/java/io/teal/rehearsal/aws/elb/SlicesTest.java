package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlicesTest {
    private final Slices slices = new Slices();

    @Test
    void whereNothingWasCountedIsNothing() {
        assertThat(slices.sum(0, 100, Slice::size)).isZero();
        slices.at(1_000_000_001).add(200, 5);
        slices.at(1_000_000_005).add(200, 5);
        assertThat(slices.sum(1_000_000_002, 1_000_000_005, Slice::size)).isZero();
        assertThat(slices.within(1_000_000_002, 1_000_000_005)).isEmpty();
        assertThat(slices.sum(0, 1_000_000_001, Slice::size)).isZero();
        assertThat(slices.sum(2_000_000_000, 2_000_000_001, Slice::size)).isZero();
    }

    @Test
    void theLastIsNotOfTheSumAndTheFirstIs() {
        slices.at(3).add(200, 5);
        slices.at(4).add(500, 5);
        slices.at(4).add(Counters.NO_ANSWER, 0);
        assertThat(slices.sum(3, 4, Slice::size)).isEqualTo(1);
        assertThat(slices.sum(3, 5, Slice::size)).isEqualTo(3);
        assertThat(slices.sum(4, 5, slice -> slice.count(status -> status == 500)))
                .isEqualTo(1);
        assertThat(slices.within(3, 5)).hasSize(2);
        assertThat(slices.sum(5, 3, Slice::size)).isZero();
    }

    @Test
    void aThreadThatIsLateCountsBeforeTheFirst() {
        Slice first = slices.at(10);
        slices.at(7).add(200, 5);
        assertThat(slices.at(10)).isSameAs(first);
        assertThat(slices.sum(7, 8, Slice::size)).isEqualTo(1);
        assertThat(slices.sum(8, 11, Slice::size)).isZero();
    }
}
