package io.teal.constructs.internal.lastlook;

import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * One resource is updated before another. By name: CloudFormation may go on before what a bare reference names is
 * complete.
 *
 * @param later what waits
 * @param earlier what it waits for
 */
record OrderCheck(CfnResource later, CfnResource earlier) implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Object names = Json.at(template.resource(later), "DependsOn");
        String id = template.id(earlier);
        if (id.equals(names) || Json.list(names).contains(id)) {
            return Stream.of();
        }
        return Stream.of(new Violation(
                template.where(later),
                "does not wait for " + template.where(earlier) + " any more, so CloudFormation may update it too early",
                "leave what Teal has put into its DependsOn"));
    }
}
