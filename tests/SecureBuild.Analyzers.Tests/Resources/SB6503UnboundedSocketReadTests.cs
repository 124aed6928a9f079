using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6503UnboundedSocketRead>;

namespace SecureBuild.Analyzers.Tests.Resources;

public sealed class SB6503UnboundedSocketReadTests
{
    [Fact]
    public Task Lines_and_everything_from_a_socket_are_reported() => Verify.AnalyzerAsync("""
        using System.IO;
        using System.Net.Sockets;
        using System.Threading.Tasks;
        class C
        {
            async Task M(TcpClient client)
            {
                using var stream = client.GetStream();
                using var reader = new StreamReader(stream);
                var line = await [|reader.ReadLineAsync()|];
                var rest = [|new StreamReader(new BufferedStream(client.GetStream())).ReadToEnd()|];
            }
        }
        """);

    [Fact]
    public Task Files_and_limited_reads_are_not() => Verify.AnalyzerAsync("""
        using System.IO;
        using System.Net.Sockets;
        class C
        {
            void M(TcpClient client)
            {
                using var reader = new StreamReader("a.txt");
                var line = reader.ReadLine() + reader.ReadToEnd() + System.Console.ReadLine();
                client.GetStream().Read(new byte[10], 0, 10);
                new StreamReader(client.GetStream()).Read(new char[10], 0, 10);
            }
        }
        """);
}
