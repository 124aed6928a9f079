using System.Collections.Concurrent;
using Amazon.S3;
using Amazon.S3.Model;
using MediatR;
using Microsoft.AspNetCore.DataProtection;

namespace Parcelpoint.Labels;

public sealed record StoreLabel(string Name, Stream Content) : IRequest<string>;

// [Bad CWE-732] the labels with addresses are readable for everybody
public sealed class StoreLabelHandler(IAmazonS3 s3) : IRequestHandler<StoreLabel, string>
{
    public async Task<string> Handle(StoreLabel request, CancellationToken cancellationToken)
    {
        var key = $"labels/{Guid.NewGuid():N}";
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "parcelpoint-labels", Key = key, InputStream = request.Content, CannedACL = S3CannedACL.PublicRead }, cancellationToken);
        return key;
    }
}

// [Good CWE-732] the labels are the bucket's own
public sealed class StorePrivateLabelHandler(IAmazonS3 s3) : IRequestHandler<StoreLabel, string>
{
    public async Task<string> Handle(StoreLabel request, CancellationToken cancellationToken)
    {
        var key = $"labels/{Guid.NewGuid():N}";
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "parcelpoint-labels", Key = key, InputStream = request.Content, CannedACL = S3CannedACL.Private }, cancellationToken);
        return key;
    }
}

// [Bad CWE-377] the print file has the day's name in the shared folder
public sealed class PrintQueue : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var path = Path.Combine(Path.GetTempPath(), $"labels-{DateTime.UtcNow:yyyyMMdd}.zpl");
            await File.AppendAllTextAsync(path, "^XA^XZ", stoppingToken);
            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }
}

// [Good CWE-377] the print file is in a folder of the process's own
public sealed class PrivatePrintQueue : BackgroundService
{
    readonly string _folder = Directory.CreateTempSubdirectory("labels").FullName;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var path = Path.Combine(_folder, $"labels-{DateTime.UtcNow:yyyyMMdd}.zpl");
            await File.AppendAllTextAsync(path, "^XA^XZ", stoppingToken);
            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }
}
