// The module: a network on OpenVINO's CPU plugin.
#include <algorithm>
#include <openvino/openvino.hpp>
#include <sstream>
#include <stdexcept>

#include "lib/openvino/module/float_products.h"
#include "lib/openvino/module/module.h"

namespace aloud {
namespace {

class OpenVinoRequest : public NetworkRequest {
  public:
    explicit OpenVinoRequest(ov::InferRequest request) : request_(std::move(request)) {}

    void set(const std::string& input, const std::vector<std::size_t>& shape,
             std::span<const std::int64_t> values) override {
        copy(input, shape, values);
    }
    void set(const std::string& input, const std::vector<std::size_t>& shape, std::span<const float> values) override {
        copy(input, shape, values);
    }
    void run() override { request_.infer(); }
    std::span<const float> output(const std::string& name) override {
        const ov::Tensor tensor = request_.get_tensor(name);
        return {tensor.data<const float>(), tensor.get_size()};
    }

  private:
    template <typename T>
    void copy(const std::string& input, const std::vector<std::size_t>& shape, std::span<const T> values) {
        ov::Tensor tensor(ov::element::from<T>(), ov::Shape(shape));
        if (tensor.get_size() != values.size()) throw std::logic_error("the shape of input " + input + " is wrong");
        std::copy(values.begin(), values.end(), tensor.data<T>());
        request_.set_tensor(input, tensor);
    }

    ov::InferRequest request_;
};

class OpenVinoNetwork : public Network {
  public:
    explicit OpenVinoNetwork(ov::CompiledModel model) : model_(std::move(model)) {}
    std::unique_ptr<NetworkRequest> request() override {
        return std::make_unique<OpenVinoRequest>(model_.create_infer_request());
    }
    std::string compiled() const override {
        std::ostringstream out;
        ov::CompiledModel model = model_;  // a handle; export_model is not const
        model.export_model(out);
        return std::move(out).str();
    }

  private:
    ov::CompiledModel model_;
};

/// One for the whole program, as OpenVINO wants it.
ov::Core& core() {
    static ov::Core core = [] {
        ov::Core made;
        read_products_as_float(made);
        return made;
    }();
    return core;
}

std::string platform() {
    std::string text = ov::get_openvino_version().buildNumber;
    text += "; " + core().get_property("CPU", ov::device::full_name);
    for (const std::string& can : core().get_property("CPU", ov::device::capabilities)) text += " " + can;
    return text;
}

std::unique_ptr<Network> open(const NetworkSource& source, std::optional<std::string_view> compiled) {
    // As many streams as threads: each request has one thread, and the same order of sums whatever their number.
    // float32 throughout: a processor that has bfloat16 must not sound different. Every sentence has a shape of its
    // own, and what is prepared for a shape is kept for the next such one: 5,000 pieces (hundreds of megabytes) if it
    // is not bounded, and few are met again.
    const ov::AnyMap settings = {ov::num_streams(source.requests),
                                 ov::inference_num_threads(source.requests),
                                 ov::hint::inference_precision(ov::element::f32),
                                 {"CPU_RUNTIME_CACHE_CAPACITY", "100"}};
    if (compiled) {
        std::istringstream in{std::string(*compiled)};
        return std::make_unique<OpenVinoNetwork>(core().import_model(in, "CPU", settings));
    }
    const std::shared_ptr<ov::Model> model = core().read_model(std::string(source.onnx), ov::Tensor());
    for (const std::string& name : source.inner) model->add_output(name);
    return std::make_unique<OpenVinoNetwork>(core().compile_model(model, "CPU", settings));
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const NetworkModule aloud_network_module = {platform, open};

}  // namespace aloud
