package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.teal.rehearsal.aws.elb.ActionModel.Share;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedChoiceTest {
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @CsvSource({"100,0", "90,10", "1,1", "999,1", "0,5"})
    void sharesAreWithinFiveStandardErrors(int blue, int green) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Share> shares = List.of(new Share("blue", blue), new Share("green", green));
        int toBlue = 0;
        for (int i = 0; i < DRAWS; i++) {
            toBlue += WeightedChoice.pick(shares, random).orElseThrow().group().equals("blue") ? 1 : 0;
        }
        double share = (double) blue / (blue + green);
        double error = Math.sqrt(DRAWS * share * (1 - share));
        assertThat((double) toBlue).as("seed %d", seed).isCloseTo(DRAWS * share, within(5 * error));
    }

    @Test
    void noWeightMeansNoChoice() {
        assertThat(WeightedChoice.pick(List.of(new Share("blue", 0)), new Random(1)))
                .isEmpty();
    }
}
