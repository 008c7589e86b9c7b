package io.teal.rehearsal.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a listener does with a request. */
public sealed interface ActionModel {

    /**
     * Sends it to one of some target groups, chosen by weight, request by request.
     *
     * @param shares the groups and their weights, in the template's order
     */
    record Forward(List<Share> shares) implements ActionModel {
        /** Copies the list. */
        public Forward {
            shares = List.copyOf(shares);
        }

        /** The same action with other weights; groups that are not named keep theirs. */
        public Forward with(Map<String, Integer> weights) {
            return new Forward(shares.stream()
                    .map(share -> new Share(share.group(), weights.getOrDefault(share.group(), share.weight())))
                    .toList());
        }
    }

    /**
     * Answers it.
     *
     * @param status the answer's code
     * @param headers the answer's headers
     * @param body the answer's text
     */
    record Answer(int status, Map<String, String> headers, String body) implements ActionModel {
        /** Copies the map. */
        public Answer {
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
