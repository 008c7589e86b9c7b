package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.elb.Counters.Health;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthLogTest {
    private static final Health ONE = new Health(1, 0);
    private static final Health TWO = new Health(2, 0);
    private static final Health SICK = new Health(1, 1);

    private final HealthLog log = new HealthLog();

    @BeforeEach
    void record() {
        log.add(10, ONE);
        log.add(20, TWO);
        log.add(30, SICK);
    }

    @Test
    void whatWasSeenWithinATimeIsTold() {
        assertThat(log.within(10, 30)).containsExactly(ONE, TWO);
        assertThat(log.within(11, 31)).containsExactly(TWO, SICK);
    }

    @Test
    void withoutALookInThatTimeTheLastBeforeItHolds() {
        assertThat(log.within(21, 30)).containsExactly(TWO);
        assertThat(log.within(31, 99)).containsExactly(SICK);
        assertThat(log.within(20, 20)).containsExactly(ONE);
    }

    @Test
    void beforeTheFirstLookNothingIsKnown() {
        assertThat(log.within(0, 10)).isEmpty();
    }

    @Test
    void ofTwoLooksInOneSliceTheLaterCounts() {
        log.add(30, TWO);
        assertThat(log.within(30, 31)).containsExactly(TWO);
    }

    @Test
    void aLookThatIsToldLateChangesNothing() {
        log.add(29, ONE);
        assertThat(log.within(20, 31)).containsExactly(TWO, SICK);
    }
}
