package io.teal.release.port;

import java.util.List;

/**
 * A rule of a listener.
 *
 * @param arn the rule, or the listener if it is its default
 * @param isDefault whether it is the listener's default
 * @param actions all of them, in order
 */
public record ListenerRule(String arn, boolean isDefault, List<Action> actions) {
    public ListenerRule {
        actions = List.copyOf(actions);
    }

    /**
     * An action.
     *
     * @param type AWS's word: {@code forward}, {@code redirect}, {@code authenticate-oidc}
     * @param groups the target groups of a forward, with their weights; none of another
     * @param sticky whether it keeps a client on the target group that served it first
     * @param rest the rest of the action, in the adapter's own form, passed back unchanged
     */
    public record Action(String type, List<WeightedGroup> groups, boolean sticky, Object rest) {
        public Action {
            groups = List.copyOf(groups);
        }

        /** An action that chooses a target group anew for each request. */
        public Action(String type, List<WeightedGroup> groups, Object rest) {
            this(type, groups, false, rest);
        }
    }

    /**
     * A target group in a forward.
     *
     * @param arn which
     * @param weight 0 to 999
     */
    public record WeightedGroup(String arn, int weight) {}
}
