package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.aws.elb.ActionModel.Share;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Chooses a target group for one request: by weight only, not by health. */
final class WeightedChoice {
    private WeightedChoice() {}

    /** One of {@code shares}; empty if all weights are 0. */
    static Optional<Share> pick(List<Share> shares, RandomGenerator random) {
        int sum = 0;
        for (Share share : shares) {
            sum += share.weight();
        }
        int point = sum == 0 ? 0 : random.nextInt(sum);
        for (Share share : shares) {
            point -= share.weight();
            if (point < 0) {
                return Optional.of(share);
            }
        }
        return Optional.empty();
    }
}
