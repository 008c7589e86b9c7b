package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a listener does with a request. */
public sealed interface ActionModel {
    /** Its type, as the API names it. */
    String type();

    /** The weight of each target group of the action; empty if it does not forward. */
    default Map<String, Integer> weights() {
        Map<String, Integer> weights = new TreeMap<>();
        forwarding().ifPresent(all -> all.shares().forEach(share -> weights.put(share.group(), share.weight())));
        return weights;
    }

    /** This action if it forwards, else empty. */
    Optional<Forward> forwarding();

    /** Answers a request of {@code client}; returns false if the connection must close. */
    boolean answer(Request request, HttpConnection client, Forwarder forwarder) throws IOException;

    /**
     * Forwards each request to one of several target groups, chosen by weight.
     *
     * @param shares the groups and their weights, in the template's order
     * @param sticky the duration of target group stickiness, in the template's time; empty if it is off
     */
    record Forward(List<Share> shares, Optional<Duration> sticky) implements ActionModel {
        /** Copies the list. */
        public Forward {
            shares = List.copyOf(shares);
        }

        /** An action without target group stickiness. */
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

        @Override
        public String type() {
            return "forward";
        }

        @Override
        public Optional<Forward> forwarding() {
            return Optional.of(this);
        }

        @Override
        public boolean answer(Request request, HttpConnection client, Forwarder forwarder) throws IOException {
            return forwarder.forward(request, this, client);
        }

        /** Whether the action forwards to {@code group}, even at weight 0. */
        public boolean names(String group) {
            return shares.stream().anyMatch(share -> share.group().equals(group));
        }
    }

    /**
     * Answers the request with a fixed response.
     *
     * @param status the HTTP status code
     * @param headers the response headers
     * @param body the response body
     */
    record FixedResponse(int status, Map<String, String> headers, String body) implements ActionModel {
        /** Copies the map. */
        public FixedResponse {
            headers = Map.copyOf(headers);
        }

        @Override
        public String type() {
            return "fixed-response";
        }

        @Override
        public Optional<Forward> forwarding() {
            return Optional.empty();
        }

        @Override
        public boolean answer(Request request, HttpConnection client, Forwarder forwarder) throws IOException {
            return BalancerAnswer.fixed(this, request.head()).write(client.out(), request.last());
        }
    }

    /**
     * The weight of one target group.
     *
     * @param group its logical id
     * @param weight 0 to 999
     */
    record Share(String group, int weight) {}
}
