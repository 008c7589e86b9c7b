package io.teal.operate.aws;

import io.teal.operate.account.Rights;
import io.teal.operate.account.SimulatedCall;
import io.teal.release.port.AwsException;
import io.teal.runtime.aws.AwsCalls;
import io.teal.runtime.aws.MadeOnce;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.sts.StsClient;

/** {@link Rights} over the AWS SDK. */
final class SdkRights implements Rights {
    private final MadeOnce<IamClient> iam;
    private final MadeOnce<StsClient> sts;

    SdkRights(MadeOnce<IamClient> iam, MadeOnce<StsClient> sts) {
        this.iam = iam;
        this.sts = sts;
    }

    @Override
    public String caller() {
        return AwsCalls.of("GetCallerIdentity", () -> sts.get().getCallerIdentity())
                .arn();
    }

    @Override
    public Instant time() {
        return AwsCalls.of("GetCallerIdentity", () -> sts.get().getCallerIdentity())
                .sdkHttpResponse()
                .firstMatchingHeader("Date")
                .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                .orElseThrow(() -> new AwsException("NoDate", "GetCallerIdentity was answered without a date", null));
    }

    @Override
    public String role(String name) {
        return AwsCalls.of("GetRole " + name, () -> iam.get().getRole(to -> to.roleName(name)))
                .role()
                .arn();
    }

    @Override
    public List<SimulatedCall> simulate(String principal, List<String> actions, String resource) {
        return AwsCalls.of(
                "SimulatePrincipalPolicy of " + principal,
                () -> iam
                        .get()
                        .simulatePrincipalPolicyPaginator(to -> to.policySourceArn(principal)
                                .actionNames(actions)
                                .resourceArns(resource))
                        .evaluationResults()
                        .stream()
                        .map(SdkRights::call)
                        .toList());
    }

    /** Missing keys are in the result of the resource, if one was named. */
    private static SimulatedCall call(EvaluationResult result) {
        List<String> missing = Stream.concat(
                        result.missingContextValues().stream(),
                        result.resourceSpecificResults().stream().flatMap(one -> one.missingContextValues().stream()))
                .distinct()
                .toList();
        return new SimulatedCall(
                result.evalActionName(), result.evalDecision() == PolicyEvaluationDecisionType.ALLOWED, missing);
    }
}
