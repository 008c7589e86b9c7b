package io.teal.iam;

import io.teal.operate.aws.Endpoint;
import io.teal.release.port.Aws;
import io.teal.runtime.aws.AwsSdk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which requests calls of the port become: the adapters on AWS's SDK send them to an endpoint of this test's own. */
final class Wire implements AutoCloseable {
    private static final String HOSTS = "{\"targetIds\": [\"i-1\"]}";

    private final Endpoint endpoint = new Endpoint();
    private final Aws aws = AwsSdk.create();

    Wire() throws IOException {}

    /** The requests of {@code calls}. */
    List<Endpoint.Asked> requests(Collection<PortRecorder.PortCall> calls) {
        List<Endpoint.Asked> requests = new ArrayList<>();
        for (PortRecorder.PortCall call : calls) {
            endpoint.reply("ListDeploymentTargets", 200, HOSTS);
            int before = endpoint.asked().size();
            try {
                call.repeat(aws);
            } catch (ReflectiveOperationException refused) {
                // The endpoint refuses all but the call above; what it was asked is what counts.
            }
            List<Endpoint.Asked> asked = endpoint.asked();
            if (asked.size() == before) {
                throw new AssertionError(call + " became no request");
            }
            requests.addAll(asked.subList(before, asked.size()));
        }
        return requests;
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
