package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.constructs.Construct;

/** The rule by which chosen requests go to a candidate, while one rests with a share. */
final class CandidateRule {
    private CandidateRule() {}

    /**
     * The rule of {@code priority} on {@code listener}, if the options choose requests and the release has a candidate.
     */
    static Optional<CfnResource> of(
            Construct scope,
            TrafficRouterProps props,
            Map<Color, ApplicationTargetGroup> targets,
            IApplicationListener listener,
            int priority,
            List<ListenerCondition> others) {
        Release release = props.release();
        Optional<CandidateSettings> chosen = props.options().application().candidate();
        InvalidValueException.require(
                chosen.isEmpty() || priority >= 1,
                "the rule of candidateByHeader or candidateByCookie needs a priority before the service's own",
                "raise priority of the existing listener");
        return chosen.filter(one -> release.candidatePercent() > 0)
                .map(one -> L1.of(ApplicationListenerRule.Builder.create(scope, "Candidate")
                        .listener(listener)
                        .priority(priority)
                        .conditions(conditions(one, others))
                        .action(props.options()
                                .application()
                                .loggedIn(ListenerAction.forward(
                                        List.of(targets.get(release.active().other())))))
                        .build()));
    }

    private static List<ListenerCondition> conditions(CandidateSettings chosen, List<ListenerCondition> others) {
        List<ListenerCondition> all = new ArrayList<>(others);
        all.add(ListenerCondition.httpHeader(chosen.header(), chosen.values()));
        return all;
    }
}
