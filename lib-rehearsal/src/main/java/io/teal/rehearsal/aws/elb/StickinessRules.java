package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.template.Fields;
import java.util.Map;
import java.util.Optional;

/** What AWS does not allow between the stickiness of an action and that of its target groups. */
public final class StickinessRules {
    private final Map<String, TargetGroupModel> groups;

    /** Actions that forward to {@code groups}. */
    public StickinessRules(Map<String, TargetGroupModel> groups) {
        this.groups = groups;
    }

    /** Refuses an action that AWS would not take. */
    public void check(ActionModel action, Fields fields) {
        if (action instanceof ActionModel.Forward forward && forward.shares().size() > 1) {
            forward.shares().forEach(share -> check(share.group(), forward, fields));
        }
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
