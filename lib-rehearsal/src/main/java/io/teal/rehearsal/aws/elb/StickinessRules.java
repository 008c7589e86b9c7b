package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.template.Fields;
import java.util.Map;
import java.util.Optional;

/** Checks stickiness of an action against that of its target groups, as AWS does. */
public final class StickinessRules {
    private final Map<String, TargetGroupModel> groups;

    /** Checks actions that forward to {@code groups}. */
    public StickinessRules(Map<String, TargetGroupModel> groups) {
        this.groups = groups;
    }

    /** Refuses an action that AWS would reject. */
    public void check(ActionModel action, Fields fields) {
        action.forwarding()
                .filter(forward -> forward.shares().size() > 1)
                .ifPresent(forward -> forward.shares().forEach(share -> check(share.group(), forward, fields)));
    }

    private void check(String group, ActionModel.Forward forward, Fields fields) {
        Optional<StickinessModel> sticky = groups.get(group).stickiness();
        if (sticky.isPresent() && !sticky.get().application().isEmpty()) {
            throw fields.refused(
                    "forwards to several target groups, of which " + group + " has stickiness.type = app_cookie",
                    "write lb_cookie");
        }
        if (sticky.isPresent() && forward.sticky().isEmpty()) {
            throw fields.refused(
                    "forwards to several target groups, of which " + group + " is sticky, and is not sticky itself",
                    "set TargetGroupStickinessConfig, or AWS does not take it");
        }
    }
}
