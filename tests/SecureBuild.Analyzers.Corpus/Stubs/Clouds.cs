// Stand-ins for the clients of clouds: the public names, no behaviour.
namespace Amazon
{
    public class RegionEndpoint
    {
        public static readonly RegionEndpoint EUCentral1;
        public static readonly RegionEndpoint USEast1;
    }
}

namespace Amazon.Runtime
{
    public abstract class AWSCredentials { }

    public class BasicAWSCredentials : AWSCredentials { public BasicAWSCredentials(string accessKey, string secretKey) => throw null; }

    public abstract class ClientConfig
    {
        public string ServiceURL { get; set; }
        public bool UseHttp { get; set; }
        public RegionEndpoint RegionEndpoint { get; set; }
    }
}

namespace Amazon.S3
{
    public class S3CannedACL
    {
        public static readonly S3CannedACL Private;
        public static readonly S3CannedACL PublicRead;
        public static readonly S3CannedACL PublicReadWrite;
    }

    public class AmazonS3Config : Runtime.ClientConfig { public bool ForcePathStyle { get; set; } }

    public interface IAmazonS3 : IDisposable { Task<Model.PutObjectResponse> PutObjectAsync(Model.PutObjectRequest request, CancellationToken cancellationToken = default); }

    public class AmazonS3Client : IAmazonS3
    {
        public AmazonS3Client() => throw null;
        public AmazonS3Client(RegionEndpoint region) => throw null;
        public AmazonS3Client(AmazonS3Config config) => throw null;
        public AmazonS3Client(Runtime.AWSCredentials credentials, RegionEndpoint region) => throw null;
        public AmazonS3Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) => throw null;
        public Task<Model.PutObjectResponse> PutObjectAsync(Model.PutObjectRequest request, CancellationToken cancellationToken = default) => throw null;
        public void Dispose() => throw null;
    }
}

namespace Amazon.S3.Model
{
    public class PutObjectRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string ContentBody { get; set; }
        public Stream InputStream { get; set; }
        public S3CannedACL CannedACL { get; set; }
    }

    public class PutObjectResponse { }
}

namespace Azure.Core
{
    public abstract class TokenCredential { }
}

namespace Azure.Identity
{
    public class ClientSecretCredential : Core.TokenCredential { public ClientSecretCredential(string tenantId, string clientId, string clientSecret) => throw null; }
}

namespace Azure.Storage.Blobs
{
    public class BlobServiceClient
    {
        public BlobServiceClient(string connectionString) => throw null;
        public BlobServiceClient(Uri serviceUri, Core.TokenCredential credential) => throw null;
        public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => throw null;
    }
}
