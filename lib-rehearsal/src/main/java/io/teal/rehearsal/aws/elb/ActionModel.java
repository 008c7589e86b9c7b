package io.teal.rehearsal.aws.elb;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a listener does with a request. */
public sealed interface ActionModel {

    /**
     * Sends it to one of some target groups, chosen by weight, request by request.
     *
     * @param shares the groups and their weights, in the template's order
     * @param sticky how long a client stays with the group that was chosen for it, in the template's time; empty if it
     *     does not
     */
    record Forward(List<Share> shares, Optional<Duration> sticky) implements ActionModel {
        /** Copies the list. */
        public Forward {
            shares = List.copyOf(shares);
        }

        /** An action that keeps no client with a group. */
        public Forward(List<Share> shares) {
            this(shares, Optional.empty());
        }

        /** The same action with other weights; groups that are not named keep theirs. */
        public Forward with(Map<String, Integer> weights) {
            List<Share> changed = shares.stream()
                    .map(share -> new Share(share.group(), weights.getOrDefault(share.group(), share.weight())))
                    .toList();
            return new Forward(changed, sticky);
        }

        /** Whether {@code group} is one of them, at whatever weight. */
        public boolean names(String group) {
            return shares.stream().anyMatch(share -> share.group().equals(group));
        }
    }

    /**
     * Answers it.
     *
     * @param status the answer's code
     * @param headers the answer's headers
     * @param body the answer's text
     */
    record FixedResponse(int status, Map<String, String> headers, String body) implements ActionModel {
        /** Copies the map. */
        public FixedResponse {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The weight of one target group.
     *
     * @param group its logical id
     * @param weight 0 to 999
     */
    record Share(String group, int weight) {}

    /** The weight of every target group the action names; nothing for an action that forwards to none. */
    default Map<String, Integer> weights() {
        Map<String, Integer> weights = new TreeMap<>();
        if (this instanceof Forward forward) {
            forward.shares().forEach(share -> weights.put(share.group(), share.weight()));
        }
        return weights;
    }
}
