using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5109UnverifiedDownload>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5109UnverifiedDownloadTests
{
    [Fact]
    public Task What_is_taken_without_a_check_is_reported() => Check.FileAsync("Dockerfile", """
        FROM runtime:10.0
        [|ADD https://tools.city.example/tool.tar.gz /opt/|]
        [|RUN curl -sSL https://tools.city.example/install.sh | sudo bash -s -- --yes|]
        [|RUN apt-get update && \|]
            wget -qO- https://tools.city.example/install.sh | /bin/sh
        [|RUN curl -fsSLk -o root.crt https://pki.city.example/root.crt|]
        [|RUN apt-get update && apt-get install -y --allow-unauthenticated libgdiplus|]
        USER app
        """);

    [Fact]
    public Task What_is_checked_or_only_read_is_not_reported() => Check.FileAsync("Dockerfile", """
        FROM runtime:10.0
        ADD --checksum=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 https://tools.city.example/tool.tar.gz /opt/
        ADD tool.tar.gz /opt/
        RUN curl -sSL https://tools.city.example/version | grep 1.2 && curl -o tool https://tools.city.example/tool && echo "9f86 tool" | sha256sum -c
        RUN curl -fsSL -o tool https://tools.city.example/tool && tar -xkf tool.tar
        RUN echo "sh" | tee /etc/shells
        USER app
        """);
}
