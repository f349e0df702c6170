/** Who must act: own sentences of each kind, and lists of items in which a name orders or does not. */
import { describe, expect, test } from 'vitest'
import { isHeading, readActor } from '../src/extract/actors/actors.ts'
import { parseDirective } from '../src/pipeline.ts'
import type { ItemRecord } from '../src/schema.ts'

/** The actor of a sentence; a name alone, which what stands below must show to be one, is none. */
function orderedIn(sentence: string): string | null {
  const actor = readActor(sentence)
  return actor && !isHeading(actor) ? sentence.slice(...actor.span) : null
}

describe('an actor', () => {
  describe('units by their craft, words of address, levels, lists behind a colon', () => {
    test.each([
      ['Đội quản lý bến đỗ ghe sơn lại phao.', 'Đội quản lý bến đỗ ghe'],
      ['Cảnh sát trật tự huyện dẹp hàng rong ở cổng chợ.', 'Cảnh sát trật tự huyện'],
      ['Bước 3: Bộ phận một cửa thu lệ phí.', 'Bộ phận một cửa'],
      [
        'Các chi bộ thôn: Làng Vàng, Nà Phai, Bản Lạ họp trong tuần này.',
        'Các chi bộ thôn: Làng Vàng, Nà Phai, Bản Lạ',
      ],
      ['Các tổ máy: Tổ 1, Tổ 5 ngừng chạy từ nửa đêm.', 'Các tổ máy: Tổ 1, Tổ 5'],
      [
        'Các xã vùng thấp: Nam Hạ, Bắc Lũng, Khe Vải khẩn trương gặt lúa.',
        'Các xã vùng thấp: Nam Hạ, Bắc Lũng, Khe Vải',
      ],
      ['Bác cai trường khóa cổng lúc 21 giờ.', 'Bác cai trường'],
      ['Các bác tổ trưởng dân phố ghi tên hộ vắng nhà.', 'Các bác tổ trưởng dân phố'],
      ['Các Thầy (Cô) phụ trách lớp chịu trách nhiệm thi hành.', 'Các Thầy (Cô) phụ trách lớp'],
      ['Các Anh (Chị) thủ thư nộp thẻ cũ.', 'Các Anh (Chị) thủ thư'],
      ['Quý Thầy Cô chấm bài xong trước ngày 12/5.', 'Quý Thầy Cô'],
      ['Giao thư viện trường đếm số sách rách.', 'thư viện trường'],
      ['Giao nhà văn hóa thôn treo băng rôn.', 'nhà văn hóa thôn'],
      ['Các hộ nấu rượu đăng ký với thôn.', 'Các hộ nấu rượu'],
      ['Tổ may tính lại công nhật.', 'Tổ may'],
      ['Đội gặt chuyển sang cánh đồng Nẻo.', 'Đội gặt'],
      ['Kế toán hợp tác xã cộng sổ cuối vụ.', 'Kế toán hợp tác xã'],
      ['Ban Tham mưu soạn văn kiện diễn tập.', 'Ban Tham mưu'],
      ['Hội đồng nhân dân cấp tỉnh, cấp xã đếm lại cử tri.', 'Hội đồng nhân dân cấp tỉnh, cấp xã'],
      ['Thuế cơ sở 3 báo trước cho các hộ.', 'Thuế cơ sở 3'],
      ['Ông Chánh văn phòng và ông Đỗ Văn Bá chiểu nghị định thi hành.', 'Ông Chánh văn phòng và ông Đỗ Văn Bá'],
      ['BTC hội đua ghe chịu trách nhiệm thi hành.', 'BTC hội đua ghe'],
      ['Giao trạm y tế trường phát thuốc muỗi.', 'trạm y tế trường'],
      ['Giao vườn ươm giao cây cho các xã.', 'vườn ươm'],
      ['Công trường thủy lợi Kẻ Vọt nộp báo cáo.', 'Công trường thủy lợi Kẻ Vọt'],
      ['Quân y cấp túi thuốc cho các đội.', 'Quân y'],
      ['Các xã, để kịp vụ cấy, tát nước ngay.', 'Các xã'],
      ['Hậu cần gửi dự trù lương thực.', 'Hậu cần'],
      [
        'Chánh án các Tòa án nhân dân cấp huyện, Chánh án Tòa án quân sự khu vực lập sổ thụ lý.',
        'Chánh án các Tòa án nhân dân cấp huyện, Chánh án Tòa án quân sự khu vực',
      ],
      ['Ban Tuyên giáo cấp ủy các cấp mở hội nghị.', 'Ban Tuyên giáo cấp ủy các cấp'],
      ['Giao Văn phòng Trung ương Hội tham mưu soạn điều lệ.', 'Văn phòng Trung ương Hội'],
      ['Giao Ban Tổ chức tham mưu chuẩn bị nhân sự.', 'Ban Tổ chức'],
      ['Giao Cục Lưu trữ Văn phòng tỉnh quét bản đồ cũ.', 'Cục Lưu trữ Văn phòng tỉnh'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
    test.each([
      'Bác đơn của những người nộp chậm.',
      'Chú ý che kho muối.',
      'Trạm Kiểm dịch Bắc Hà để kiểm tra hàng qua bến.',
      'Các xã vùng cao: Đồng bào còn thiếu muối.',
      'Từ vụ này, sẽ thôi phát tem gạo cho cán bộ, nhân viên, công nhân để đỡ giấy tờ.',
      'Tham mưu, giúp Ủy ban nhân dân xã báo cáo.',
      'Liên đoàn Lao động huyện hướng dẫn như sau:',
    ])('%s', (sentence) => {
      expect(orderedIn(sentence)).toBeNull()
    })
  })
  describe('verbs of what is done, and words behind which only one can stand', () => {
    test.each([
      ['Phòng Tài vụ tính khấu hao máy kéo.', 'Phòng Tài vụ'],
      ['Thư ký Tòa án nhập số liệu án phí.', 'Thư ký Tòa án'],
      ['Công ty Vật tư huyện đặt 5 điểm bán phân bón.', 'Công ty Vật tư huyện'],
      ['Ủy ban nhân dân các xã thu và nộp đủ thuế trước ngày 30/6/2009.', 'Ủy ban nhân dân các xã'],
      ['Tổng phụ trách Đội dạy nghi thức cho đội viên.', 'Tổng phụ trách Đội'],
      ['Giáo viên chủ nhiệm các lớp đến từng nhà vận động học sinh.', 'Giáo viên chủ nhiệm các lớp'],
      ['Trạm Vật tư bốc hết số xi măng ở bến.', 'Trạm Vật tư'],
      ['Hạt Kiểm lâm lùng sục các lán trại trái phép.', 'Hạt Kiểm lâm'],
      ['Công an huyện tóm gọn nhóm trộm trâu.', 'Công an huyện'],
      ['Văn phòng đánh máy danh sách.', 'Văn phòng'],
      ['Ngân hàng Nông nghiệp giãn nợ cho các hộ mất mùa.', 'Ngân hàng Nông nghiệp'],
      ['Hội Phụ nữ thêu 20 lá cờ.', 'Hội Phụ nữ'],
      ['Bảo tàng tỉnh bày 40 hiện vật mới.', 'Bảo tàng tỉnh'],
      ['Phòng Tư pháp rà lại các bản án tồn.', 'Phòng Tư pháp'],
      ['Phòng Giáo dục tuyển thêm 12 giáo viên mầm non.', 'Phòng Giáo dục'],
      ['Trạm Máy kéo ủi quang 3 ha bãi hoang.', 'Trạm Máy kéo'],
      ['Đội Cầu đường bắc lại cầu tạm.', 'Đội Cầu đường'],
      ['Ủy ban Kiểm tra Huyện ủy kết luận trước ngày 30/9/2009.', 'Ủy ban Kiểm tra Huyện ủy'],
      ['Tổ điện xã chốt công tơ từng nhà.', 'Tổ điện xã'],
      ['Viện Kiểm sát nhân dân huyện truy tố bị can trước ngày 4/5/2009.', 'Viện Kiểm sát nhân dân huyện'],
      ['Tòa án nhân dân huyện xử lưu động 3 vụ trộm cắp.', 'Tòa án nhân dân huyện'],
      ['Hợp tác xã Vận tải bẻ ghi cho tàu vào bến.', 'Hợp tác xã Vận tải'],
      ['Các chủ hộ lùa trâu về chuồng trước 17 giờ.', 'Các chủ hộ'],
      ['Công ty Vật tư huyện vần hết cọc bê tông ra đê.', 'Công ty Vật tư huyện'],
      ['Đoạn Quản lý đường bộ II trực tại các điểm sạt lở.', 'Đoạn Quản lý đường bộ II'],
      ['Công đoàn các khu công nghiệp tổ chức hội thi thợ giỏi.', 'Công đoàn các khu công nghiệp'],
      ['Các tiểu đoàn độc lập giữ quân số trực.', 'Các tiểu đoàn độc lập'],
      ['Ngân hàng Liên khu cho nông dân vay tiền mua guồng.', 'Ngân hàng Liên khu'],
      ['Các trường cấp III cho học sinh giúp dân gặt lúa.', 'Các trường cấp III'],
      ['Trưởng trạm thu mua các xã đưa thóc lên sàn.', 'Trưởng trạm thu mua các xã'],
      ['Các chủ hụi nộp lại sổ.', 'Các chủ hụi'],
      ['Tổ rà soát nộp danh sách hộ nghèo.', 'Tổ rà soát'],
      ['Các huyện ủy phân công cấp ủy viên bám cơ sở.', 'Các huyện ủy'],
      ['Phòng Hành chính - Tổng hợp khóa cửa kho.', 'Phòng Hành chính - Tổng hợp'],
      ['Các chủ lò được phép thử nghiệm than bánh nộp sổ bán hàng.', 'Các chủ lò được phép thử nghiệm than bánh'],
      ['Thủ trưởng các nông trường đã giao khoán phải lập sổ.', 'Thủ trưởng các nông trường đã giao khoán'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
    test.each([
      'Hằng tuần báo cáo Ban Thường vụ Huyện ủy, Thường trực Ủy ban nhân dân xã số trâu chết.',
      'Mỗi đội thi có 05 hội viên.',
      'Ủy viên Hội đồng trọng tài toàn quốc còn đủ tư cách đại biểu.',
      'Tổ chức hội thi ở ba cụm.',
    ])('%s', (sentence) => {
      expect(orderedIn(sentence)).toBeNull()
    })
  })
  describe('asides, persons, classes with which of them is meant', () => {
    test.each([
      ['Hội đồng tuyển dân quân họp trước ngày 12/10.', 'Hội đồng tuyển dân quân'],
      [
        'Các ban: Tổ chức, Tuyên giáo và Văn phòng Huyện ủy dựng lán cho đoàn cứu trợ.',
        'Các ban: Tổ chức, Tuyên giáo và Văn phòng Huyện ủy',
      ],
      ['Yêu cầu các quầy thuốc dán bảng giá.', 'các quầy thuốc'],
      ['Tổ vớt rác kênh Hạ nhận thêm hai thuyền.', 'Tổ vớt rác kênh Hạ'],
      [
        'Giao UBND xã Bến Đạm, trực tiếp là Chủ tịch UBND xã, dỡ quán lấn đường.',
        'UBND xã Bến Đạm, trực tiếp là Chủ tịch UBND xã',
      ],
      ['Các xã, nhất là các xã ven đê, kiểm tra cống.', 'Các xã, nhất là các xã ven đê'],
      ['Công chức tự khai giờ làm ngoài.', 'Công chức'],
      ['Trưởng thôn tự đếm số trâu.', 'Trưởng thôn'],
      ['Các cơ quan, đoàn thể, tổ chức tiếp tục treo cờ.', 'Các cơ quan, đoàn thể, tổ chức'],
      ['Cô Tổ phó Vũ Thị Én phụ trách tủ sách.', 'Cô Tổ phó Vũ Thị Én'],
      ['Cô giáo các lớp vỡ lòng trông trẻ.', 'Cô giáo các lớp vỡ lòng'],
      ['Các trường dân lập, tư thục nộp danh sách lớp.', 'Các trường dân lập, tư thục'],
      ['Các phòng khám ngoài công lập treo bảng giá.', 'Các phòng khám ngoài công lập'],
      ['Các nhà vườn ven sông neo lại bè cây giống.', 'Các nhà vườn ven sông'],
      ['Xã nào còn nợ báo cáo thì nộp ngay trong tuần này.', 'Xã nào còn nợ báo cáo'],
      ['Đơn vị nào để mất dấu phải báo cáo bằng văn bản.', 'Đơn vị nào để mất dấu'],
      ['Cả xã ra quân dọn mương vào sáng thứ Bảy.', 'Cả xã'],
      ['Giao trách nhiệm Ban Quản lý rừng Hòn Mây trồng bù cây chết.', 'Ban Quản lý rừng Hòn Mây'],
      ['Đề nghị quý phụ huynh nộp ảnh của con.', 'quý phụ huynh'],
      ['Riêng xã Hoa Súng làm thêm một cống ngăn mặn.', 'xã Hoa Súng'],
      ['Bí thư chi bộ, Trưởng thôn cùng chịu trách nhiệm.', 'Bí thư chi bộ, Trưởng thôn'],
      ['Phó Giám đốc phụ trách kỹ thuật ký nghiệm thu.', 'Phó Giám đốc phụ trách kỹ thuật'],
      ['Tuần đường viên chặt cành che biển báo.', 'Tuần đường viên'],
      ['Trang trại heo Hai Đỏ lắp hầm biogas.', 'Trang trại heo Hai Đỏ'],
      ['Ban Chi ủy phân công đảng viên giúp hộ nghèo.', 'Ban Chi ủy'],
      ['Giao các Phó Chủ tịch UBND huyện theo lĩnh vực phụ trách đôn đốc các xã.', 'các Phó Chủ tịch UBND huyện'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
    test.each([
      'Bộ đàm phải được sạc đầy trước ca trực.',
      'Sở thú mở cửa cả tuần.',
      'Tổ ong phải chuyển khỏi vườn.',
      'Đoàn xe chở đá đi ban ngày.',
      'Các xã đều đã nộp báo cáo quý I.',
      'Trạm biến thế cũ phải được rào lại.',
      'Luôn động viên bà con giữ đê.',
      'Bà Lò Thị Mảy được hưởng phụ cấp Trưởng bản.',
    ])('%s', (sentence) => {
      expect(orderedIn(sentence)).toBeNull()
    })
  })

  describe('the name of a body or of many of a kind ends before the verb', () => {
    test.each([
      ['Cảng vụ Đường thủy nội địa Bến Đạm cắm phao ở luồng cạn.', 'Cảng vụ Đường thủy nội địa Bến Đạm'],
      ['Cảng vụ Hàng hải Mũi Sò kiểm tra tàu trước khi rời bến.', 'Cảng vụ Hàng hải Mũi Sò'],
      ['Cảng vụ Hàng không miền Đông thông báo lịch bay đêm.', 'Cảng vụ Hàng không miền Đông'],
      ['Cảng vụ Hàng không khu vực III đo tiếng ồn quanh sân bay.', 'Cảng vụ Hàng không khu vực III'],
      ['Hạt Kiểm lâm huyện Vạn Trúc dựng lại chòi canh lửa.', 'Hạt Kiểm lâm huyện Vạn Trúc'],
      ['Hạt Kiểm lâm liên huyện đếm lại cây pơ mu.', 'Hạt Kiểm lâm liên huyện'],
      ['Hạt Kiểm lâm xây lại chốt gác ở cửa rừng.', 'Hạt Kiểm lâm'],
      ['Hạt Quản lý đê phân công người trực tại cống.', 'Hạt Quản lý đê'],
      ['Phòng Y tế phân công bác sĩ khám bệnh cho người già.', 'Phòng Y tế'],
      ['UBND các xã phân công lực lượng dân quân tuần tra ven đê.', 'UBND các xã'],
      ['Ban Giám đốc phân công Khoa Dược kiểm kê tủ thuốc.', 'Khoa Dược'],
      ['Hạt Quản lý đê cử người canh điếm.', 'Hạt Quản lý đê'],
      ['Đội Quản lý thị trường số 4 lập biên bản quầy hàng giả.', 'Đội Quản lý thị trường số 4'],
      ['Đội Cảnh sát giao thông chốt trực ở ngã ba.', 'Đội Cảnh sát giao thông'],
      ['Đội cứu hộ bãi tắm Hòn Rơm treo cờ đỏ khi sóng lớn.', 'Đội cứu hộ bãi tắm Hòn Rơm'],
      ['Đội xe bò kéo thôn Thượng chở đá lát đường.', 'Đội xe bò kéo thôn Thượng'],
      ['Đội chiếu bóng Vạn Trúc chiếu phim ở bãi cát hai đêm.', 'Đội chiếu bóng Vạn Trúc'],
      ['Đội Thuế liên xã Bến Đạm - Hoa Súng thu nợ đọng.', 'Đội Thuế liên xã Bến Đạm - Hoa Súng'],
      ['Đội múa lân phường Hạ tập ở sân đình.', 'Đội múa lân phường Hạ'],
      ['Trạm Thủy văn Sông Mây đo mực nước hai giờ một lần.', 'Trạm Thủy văn Sông Mây'],
      ['Trạm Kiểm dịch động vật cửa khẩu Pha Đin khử trùng xe chở trâu.', 'Trạm Kiểm dịch động vật cửa khẩu Pha Đin'],
      ['Trạm Chăn nuôi và Thú y huyện tiêm phòng cho đàn trâu.', 'Trạm Chăn nuôi và Thú y huyện'],
      ['Trạm Truyền thanh xã phát bản tin mỗi sáng.', 'Trạm Truyền thanh xã'],
      ['Trạm bơm Đồng Chiêm mở cống sớm hai ngày.', 'Trạm bơm Đồng Chiêm'],
      ['Trạm Khuyến nông hướng dẫn nhà vườn ủ phân.', 'Trạm Khuyến nông'],
      ['Ban Quản lý chợ Đầm kẻ lại vạch chỗ ngồi.', 'Ban Quản lý chợ Đầm'],
      ['Ban Quản lý rừng phòng hộ Hòn Mây trồng bù cây chết.', 'Ban Quản lý rừng phòng hộ Hòn Mây'],
      ['Ban Quản lý dự án đầu tư xây dựng huyện trả lại mặt bằng.', 'Ban Quản lý dự án đầu tư xây dựng huyện'],
      ['Ban Quản lý các khu công nghiệp tỉnh rà soát nhà máy bỏ hoang.', 'Ban Quản lý các khu công nghiệp tỉnh'],
      ['Ban Quản lý di tích đền Thượng gom tiền lẻ mỗi tối.', 'Ban Quản lý di tích đền Thượng'],
      ['Ban Quản lý bến xe Vạn Trúc bố trí thêm chuyến.', 'Ban Quản lý bến xe Vạn Trúc'],
      ['Ban quản lý thôn Đoài sửa cổng làng.', 'Ban quản lý thôn Đoài'],
      ['Lâm trường Sơn Khê bàn giao đất cho xã.', 'Lâm trường Sơn Khê'],
      ['Lâm trường Hòn Mây tỉa cành thông.', 'Lâm trường Hòn Mây'],
      ['Nông trường Chè Đồi Sương trả lại hai đồi trọc.', 'Nông trường Chè Đồi Sương'],
      ['Hợp tác xã Mây tre Đồng Mây nộp sổ sách về xã.', 'Hợp tác xã Mây tre Đồng Mây'],
      ['Hợp tác xã dịch vụ nông nghiệp Bến Đạm đóng cống đầu mương.', 'Hợp tác xã dịch vụ nông nghiệp Bến Đạm'],
      ['Hợp tác xã nung vôi Hoa Súng dập lò trước ngày 15.', 'Hợp tác xã nung vôi Hoa Súng'],
      ['Hợp tác xã chở khách Cù Lao mua thêm áo phao.', 'Hợp tác xã chở khách Cù Lao'],
      ['Hợp tác xã Vận tải thủy Kim Sơn chở học sinh qua sông.', 'Hợp tác xã Vận tải thủy Kim Sơn'],
      ['Phòng Công nghệ thông tin cài lại máy chủ.', 'Phòng Công nghệ thông tin'],
      ['Phòng Quản lý đô thị đánh số nhà trong hẻm.', 'Phòng Quản lý đô thị'],
      ['Phòng Xây dựng kế hoạch và Đầu tư trình phương án.', 'Phòng Xây dựng kế hoạch và Đầu tư'],
      ['Phòng Kiểm tra nội bộ rà soát chứng từ.', 'Phòng Kiểm tra nội bộ'],
      ['Phòng Đăng ký kinh doanh trả lời doanh nghiệp.', 'Phòng Đăng ký kinh doanh'],
      ['Phòng Giám định và Thanh toán chi phí soát lại hồ sơ.', 'Phòng Giám định và Thanh toán chi phí'],
      ['Phòng Tổ chức cán bộ lập danh sách người nghỉ hưu.', 'Phòng Tổ chức cán bộ'],
      ['Phòng Bảo vệ chính trị nội bộ thẩm tra lý lịch.', 'Phòng Bảo vệ chính trị nội bộ'],
      ['Phòng Kế hoạch vật tư mua tôn lợp.', 'Phòng Kế hoạch vật tư'],
      ['Chi nhánh Văn phòng Đăng ký đất đai huyện đo lại thửa.', 'Chi nhánh Văn phòng Đăng ký đất đai huyện'],
      ['Trung tâm Kiểm soát bệnh tật lấy mẫu nước giếng.', 'Trung tâm Kiểm soát bệnh tật'],
      ['Trung tâm Dịch vụ việc làm mở phiên giao dịch ở chợ.', 'Trung tâm Dịch vụ việc làm'],
      ['Trung tâm Nuôi dưỡng người có công nhận thêm mười cụ.', 'Trung tâm Nuôi dưỡng người có công'],
      ['Trung tâm Giới thiệu việc làm thanh niên in tờ rơi.', 'Trung tâm Giới thiệu việc làm thanh niên'],
      ['Viện Nghiên cứu muối biển gửi mẫu muối.', 'Viện Nghiên cứu muối biển'],
      ['Ngân hàng Chính sách xã hội giải ngân cho hộ nghèo.', 'Ngân hàng Chính sách xã hội'],
      ['Kho bạc Nhà nước khu vực XI tạm ứng kinh phí.', 'Kho bạc Nhà nước khu vực XI'],
      ['Công ty Điện lực Vạn Trúc cắt cành gần dây.', 'Công ty Điện lực Vạn Trúc'],
      ['Công ty TNHH Xây dựng và Thương mại Phú Lộc dọn vữa rơi.', 'Công ty TNHH Xây dựng và Thương mại Phú Lộc'],
      ['Xí nghiệp Khai thác công trình thủy lợi Bến Đạm vớt bèo.', 'Xí nghiệp Khai thác công trình thủy lợi Bến Đạm'],
      ['Bảo tàng huyện sưu tầm cối đá cũ.', 'Bảo tàng huyện'],
      ['Thư viện huyện mở cửa buổi tối.', 'Thư viện huyện'],
      ['Nhà máy đường Vạn Trúc che bạt xe chở mía.', 'Nhà máy đường Vạn Trúc'],
      ['Đồn Biên phòng Cửa Sò ghi sổ thuyền ra khơi.', 'Đồn Biên phòng Cửa Sò'],
      ['Tổ tự quản bến đò Hạ gác đêm.', 'Tổ tự quản bến đò Hạ'],
      ['Tổ hợp tác nuôi vịt thôn Đoài nhốt vịt.', 'Tổ hợp tác nuôi vịt thôn Đoài'],
      ['Hội Làm vườn huyện chọn giống cam.', 'Hội Làm vườn huyện'],
      ['Hội Người cao tuổi xã nhắc con cháu đội mũ.', 'Hội Người cao tuổi xã'],
      ['Hội đồng Giám định y khoa khám lại thương binh.', 'Hội đồng Giám định y khoa'],
      ['Ban Chỉ huy Phòng thủ dân sự huyện trực hai bốn giờ.', 'Ban Chỉ huy Phòng thủ dân sự huyện'],
      ['Đài Khí tượng Thủy văn khu vực báo bão sớm.', 'Đài Khí tượng Thủy văn khu vực'],
      ['Chi cục Thủy sản thả cá giống.', 'Chi cục Thủy sản'],
      ['Thanh tra huyện xác minh đơn tố cáo.', 'Thanh tra huyện'],
      ['Trường Tiểu học Hoa Súng 2 dời lịch thi.', 'Trường Tiểu học Hoa Súng 2'],
      ['Bến xe Vạn Trúc dán giá vé.', 'Bến xe Vạn Trúc'],
      ['Bưu điện huyện phát lương hưu tại nhà.', 'Bưu điện huyện'],
      ['Các khoa, tổ bộ môn nộp điểm.', 'Các khoa, tổ bộ môn'],
      ['Phòng Đào tạo, Văn phòng xếp lịch thi.', 'Phòng Đào tạo, Văn phòng'],
      ['Các hộ nuôi ong rừng dời tổ khỏi vườn chè đang phun thuốc.', 'Các hộ nuôi ong rừng'],
      ['Từng lò vôi lập sổ ghi mẻ nung.', 'Từng lò vôi'],
      ['Thợ rèn làng Đanh rèn thêm liềm cho vụ gặt.', 'Thợ rèn làng Đanh'],
      ['Gánh hát Sông Mây diễn ba đêm ở đình.', 'Gánh hát Sông Mây'],
      ['Phường thủ công Lụa Hạ kê khai khung cửi.', 'Phường thủ công Lụa Hạ'],
      ['Ty Thủy lợi Vạn Trúc điều 20 thuyền chở đá.', 'Ty Thủy lợi Vạn Trúc'],
      ['Trạm Kiểm lâm Suối Lạnh cắm biển cấm lửa.', 'Trạm Kiểm lâm Suối Lạnh'],
      ['Hạt Kiểm lâm huyện Mai Khê lợp lại chòi gác.', 'Hạt Kiểm lâm huyện Mai Khê'],
      ['Cảng vụ Hàng hải Cửa Nhạn cấm tàu rời bến.', 'Cảng vụ Hàng hải Cửa Nhạn'],
      ['Đội Trật tự đô thị phường dẹp hàng rong.', 'Đội Trật tự đô thị phường'],
      ['Đội khiêng kiệu làng Vò mặc áo nâu.', 'Đội khiêng kiệu làng Vò'],
      ['Ban Quản lý Vịnh Sò nhổ cọc tre.', 'Ban Quản lý Vịnh Sò'],
      ['Ban Quản lý chợ phiên Mường Then phân lô.', 'Ban Quản lý chợ phiên Mường Then'],
      ['Hợp tác xã đan lưới Mũi Én vá lưới cho dân.', 'Hợp tác xã đan lưới Mũi Én'],
      ['Hợp tác xã Gốm Bãi Sậy nhóm lò vào thứ Ba.', 'Hợp tác xã Gốm Bãi Sậy'],
      ['Lâm trường Khe Tre chặt bỏ cây sâu.', 'Lâm trường Khe Tre'],
      ['Phòng Công nghệ thông tin khôi phục dữ liệu.', 'Phòng Công nghệ thông tin'],
      ['Phòng Quản lý chất lượng công trình thử mẫu vữa.', 'Phòng Quản lý chất lượng công trình'],
      ['Trung tâm Cứu hộ động vật thả khỉ về rừng.', 'Trung tâm Cứu hộ động vật'],
      ['Chi cục Chăn nuôi và Thú y tiêu hủy đàn vịt.', 'Chi cục Chăn nuôi và Thú y'],
      ['Nhà máy nước Sông Đào xả cặn.', 'Nhà máy nước Sông Đào'],
      ['Xí nghiệp Xe khách Mai Khê tăng chuyến.', 'Xí nghiệp Xe khách Mai Khê'],
      ['Bưu cục Bến Nứa chuyển thư trong ngày.', 'Bưu cục Bến Nứa'],
      ['Thợ săn các bản nộp súng kíp.', 'Thợ săn các bản'],
      ['Các chủ ao cá phát quang bờ ao.', 'Các chủ ao cá'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })

  describe('a unit of the issuer by one word', () => {
    test.each([
      ['Lâm trường kiểm kê gỗ tồn bãi.', 'Lâm trường'],
      ['Văn phòng in giấy mời.', 'Văn phòng'],
      ['Thanh tra kiểm tra sổ thu.', 'Thanh tra'],
      ['Thư viện cho mượn sách đến hết tuần.', 'Thư viện'],
      ['Khoa gửi đề thi về phòng đào tạo.', 'Khoa'],
      ['Bảo vệ khóa cổng lúc mười giờ.', 'Bảo vệ'],
      ['Kế toán chốt sổ ngày 25.', 'Kế toán'],
      ['Trạm đo mực nước.', 'Trạm'],
      ['Mỗi xóm cắt cử hai người gác điếm.', 'Mỗi xóm'],
      ['Kho bạc giữ lại chứng từ gốc.', 'Kho bạc'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })

  describe('who is told to act', () => {
    test.each([
      ['Giao Phòng Công nghệ thông tin sao lưu sổ hộ tịch.', 'Phòng Công nghệ thông tin'],
      [
        'Đề nghị Ban Thường trực Ủy ban Mặt trận Tổ quốc huyện vận động dân.',
        'Ban Thường trực Ủy ban Mặt trận Tổ quốc huyện',
      ],
      ['Giao cho Trưởng thôn Đoài giữ chìa khóa nhà kho.', 'Trưởng thôn Đoài'],
      ['Yêu cầu chủ các bè nuôi cá chằng buộc bè.', 'chủ các bè nuôi cá'],
      ['Yêu cầu những hộ lấn bãi tháo chòi.', 'những hộ lấn bãi'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })

  describe('an actor behind a clause that says when, where or why', () => {
    test.each([
      ['Căn cứ Chỉ thị này, các xã, vạn chài lập sổ thuyền.', 'các xã, vạn chài'],
      ['Kể từ mùa mưa này, các xã, vạn chài tổ chức đo nước.', 'các xã, vạn chài'],
      ['Kề từ mùa mưa này, các xã, vạn chài tổ chức đo nước mỗi ngày.', 'các xã, vạn chài'],
      ['Từ mùa gặt này, các thôn, lò gạch tổ chức canh lửa.', 'các thôn, lò gạch'],
      ['Từ vụ chiêm tới, Hợp tác xã Bến Đạm mở cống sớm.', 'Hợp tác xã Bến Đạm'],
      ['Sang năm mới, các xã, chủ bè nộp sổ.', 'các xã, chủ bè'],
      ['Ngay trong tuần này, Công an huyện thu giữ súng kíp.', 'Công an huyện'],
      ['Để giữ đê, các xóm, chủ đò chở đất.', 'các xóm, chủ đò'],
      ['Trên cơ sở sổ hộ, Phòng Thủy lợi chia phiên nước.', 'Phòng Thủy lợi'],
      ['Qua kiểm tra thấy cống hỏng, yêu cầu Trạm bơm Đồng Chiêm sửa ngay.', 'Trạm bơm Đồng Chiêm'],
      ['Khi có bão, thuyền trưởng phải cho tàu vào bờ.', 'thuyền trưởng'],
      ['Sau khi nhận gạo, trưởng thôn phát cho từng hộ.', 'trưởng thôn'],
      ['Định kỳ mỗi tháng, Đội cứu hộ diễn tập một lần.', 'Đội cứu hộ'],
      ['Trường hợp đê vỡ, Ban Chỉ huy Quân sự huyện điều xuồng.', 'Ban Chỉ huy Quân sự huyện'],
      ['Nhằm giảm bụi, các lò vôi, bãi đá tưới đường.', 'các lò vôi, bãi đá'],
      ['Bắt đầu từ ngày 01/11/2021, các đò ngang chở không quá mười người.', 'các đò ngang'],
      ['Riêng các xã ven biển, Đồn Biên phòng đếm thuyền thúng.', 'Đồn Biên phòng'],
      ['Theo đề nghị của Hội Làm muối, Phòng Thủy lợi nạo kênh.', 'Phòng Thủy lợi'],
      ['Đến hết tháng 11, nhà thầu phải trả đường.', 'nhà thầu'],
      ['Trường hợp đê vỡ, Ban Chỉ huy Quân sự huyện điều ba xuồng.', 'Ban Chỉ huy Quân sự huyện'],
      ['Từ đầu vụ, các xã, trại vịt chở phân ra đồng.', 'các xã, trại vịt'],
      ['Nhân ngày hội, Đội trống Mai Khê gõ trống mở màn.', 'Đội trống Mai Khê'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })

  describe('a step of a procedure', () => {
    test.each([
      ['Bước 1: Trưởng vạn lập danh sách thuyền.', 'Trưởng vạn'],
      ['Bước 2. Công an xã in sổ.', 'Công an xã'],
      ['Bước 3: Phòng Tư pháp trả sổ cho chủ thuyền.', 'Phòng Tư pháp'],
      ['Bước 4 - Hộ chài ký nhận.', 'Hộ chài'],
      ['Bước 1. Hợp tác xã nung vôi Hoa Súng kê khai lò.', 'Hợp tác xã nung vôi Hoa Súng'],
      ['Bước 2: Các xã, thị trấn niêm yết danh sách.', 'Các xã, thị trấn'],
      ['Giai đoạn 1: Sở Xây dựng đo mốc.', 'Sở Xây dựng'],
      ['Đợt 2: Trạm Thú y tiêm cho chó.', 'Trạm Thú y'],
      ['Bước 5: Nhận kết quả tại quầy số ba.', null],
      ['Bước 1 (ngày 10/11): Trưởng vạn lập danh sách thuyền.', 'Trưởng vạn'],
      ['Bước 3 (trước ngày 20/11): Kế toán xã chốt sổ.', 'Kế toán xã'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })

  describe('a person with a post', () => {
    test.each([
      ['Ông Lò Văn Pản - Trưởng đội: Phụ trách kho gạo.', 'Ông Lò Văn Pản - Trưởng đội'],
      ['Bà Tẩn Thị Mẩy - Thư ký: Ghi biên bản.', 'Bà Tẩn Thị Mẩy - Thư ký'],
      ['Ông Đỗ Văn Quất, Trưởng phòng Thủy lợi chịu trách nhiệm mở cống.', 'Ông Đỗ Văn Quất, Trưởng phòng Thủy lợi'],
      [
        'Đồng chí Lò Văn Mẩy - Phó Chủ tịch UBND huyện trực tiếp chỉ đạo việc hộ đê.',
        'Đồng chí Lò Văn Mẩy - Phó Chủ tịch UBND huyện',
      ],
      [
        'Đồng chí Vàng Thị Súa, Bí thư Đảng ủy xã chịu trách nhiệm trước Huyện ủy.',
        'Đồng chí Vàng Thị Súa, Bí thư Đảng ủy xã',
      ],
      ['Giao ông Lò Văn Pản, Trưởng đội xe coi kho.', 'ông Lò Văn Pản, Trưởng đội xe'],
      ['Phân công đồng chí Vàng Thị Súa theo dõi cụm ba xã.', 'đồng chí Vàng Thị Súa'],
      ['Bà Vừ Thị Dính, Trưởng trạm Y tế: Phát thuốc.', 'Bà Vừ Thị Dính, Trưởng trạm Y tế'],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })

  describe('a list behind a colon', () => {
    test.each([
      ['Giám đốc: Sở Nội vụ, Sở Tài chính chịu trách nhiệm thi hành.', 'Giám đốc: Sở Nội vụ, Sở Tài chính'],
      [
        'Chánh Văn phòng UBND huyện, Trưởng phòng: Nội vụ, Tư pháp, Thủy lợi chịu trách nhiệm thi hành Quyết định này.',
        'Chánh Văn phòng UBND huyện, Trưởng phòng: Nội vụ, Tư pháp, Thủy lợi',
      ],
      [
        'Trưởng các phòng: Hạ tầng, Thủy lợi và Trạm trưởng Trạm Thuế chịu trách nhiệm thi hành Chỉ thị này.',
        'Trưởng các phòng: Hạ tầng, Thủy lợi và Trạm trưởng Trạm Thuế',
      ],
      ['Giao Giám đốc các Sở: Muối, Thủy sản tổng hợp kết quả.', 'Giám đốc các Sở: Muối, Thủy sản'],
      ['Chủ tịch UBND các xã: Đồng Mây, Bến Đạm chịu trách nhiệm thi hành.', 'Chủ tịch UBND các xã: Đồng Mây, Bến Đạm'],
      [
        'Chủ nhiệm các hợp tác xã: Mây tre, Nung vôi, Làm muối nộp sổ.',
        'Chủ nhiệm các hợp tác xã: Mây tre, Nung vôi, Làm muối',
      ],
      [
        'Thủ trưởng các đơn vị: Trạm Thuế, Kho bạc, Bưu điện phối hợp thu.',
        'Thủ trưởng các đơn vị: Trạm Thuế, Kho bạc, Bưu điện',
      ],
      ['Các bộ, ngành: Thủy lợi, Giao thông khẩn trương rà soát cầu yếu.', 'Các bộ, ngành: Thủy lợi, Giao thông'],
      [
        'Trưởng trạm: Trạm Thú y, Trạm Khuyến nông chịu trách nhiệm thi hành.',
        'Trưởng trạm: Trạm Thú y, Trạm Khuyến nông',
      ],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })

  describe('what is so, was done, or how a body works orders nothing', () => {
    test.each([
      ['Ông Đỗ Văn Quất - Phó Giám đốc Sở Nội vụ.', null],
      ['Bà Tẩn Thị Mẩy, kế toán Hợp tác xã.', null],
      ['Ủy ban nhân dân xã có thẩm quyền cấp giấy đăng ký đò.', null],
      ['Trạm Thú y có quyền tạm giữ trâu không rõ nguồn gốc.', null],
      ['Ban Chỉ đạo hoạt động theo nguyên tắc tập trung dân chủ.', null],
      ['Tổ Giúp việc làm việc theo chế độ kiêm nhiệm.', null],
      ['Hội đồng họp mỗi quý một lần.', null],
      ['Hội đồng biểu quyết theo đa số.', null],
      ['Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ.', null],
      ['Ban Quản lý chợ được mở tài khoản tại Kho bạc.', null],
      ['Hợp tác xã Mây đã nộp đủ thuế.', null],
      ['Những hợp tác xã sau đây đã ngừng hoạt động:', null],
      ['Các đò ngang sau đây bị đình chỉ:', null],
      ['Các lò gạch đã dập lửa từ tháng trước.', null],
      ['Công an huyện vừa bắt được hai vụ.', null],
      ['Trong tháng qua, Đội cứu hộ đã vớt được ba thuyền.', null],
      ['Các xã đã tổ chức xong đại hội.', null],
      ['Một số xã chưa nộp báo cáo.', null],
      ['Nhiều hợp tác xã không còn hoạt động.', null],
      ['Phòng Thủy lợi đã phối hợp với các xã nạo vét hai kênh.', null],
      ['Ủy ban nhân dân huyện nhận được đơn của hộ dân.', null],
      ['Chi cục Thủy sản thuộc Sở Nông nghiệp.', null],
      ['Hội Làm muối gồm ba mươi hội viên.', null],
      ['Đội cứu hộ có mười người, hai xuồng.', null],
      ['Trạm Thủy văn đặt tại bến Hạ.', null],
      ['Lâm trường Sơn Khê được thành lập năm 1985.', null],
      ['Giám đốc Sở quyết định việc gia hạn.', null],
      ['Chủ tịch Hội do đại hội bầu.', null],
      ['Hội đồng bầu Chủ tịch bằng phiếu kín.', null],
      ['Ban Kiểm soát đã giải thể năm ngoái.', null],
      ['Các bến sau đây không còn đò:', null],
      ['Ban Quản lý chợ trực thuộc Ủy ban nhân dân xã.', null],
    ])('%s', (sentence, actor) => {
      expect(orderedIn(sentence)).toBe(actor)
    })
  })
})

type Line = [line: string, actors: string[]]

const LISTS: [kind: string, type: string, lines: Line[]][] = [
  [
    'bodies of which is said what became of them',
    'THÔNG BÁO',
    [
      ['1. Những lò vôi sau đây đã tắt lửa:', []],
      ['a) Lò vôi Hoa Súng: Sổ sách cháy năm 2015; đất đã trả cho xã.', []],
      ['b) Hợp tác xã Nung vôi: Kho hàng bỏ hoang; không còn xã viên nào.', []],
      ['2. Dự họp ngày 12/10', []],
      ['2.1. Phòng Thủy lợi huyện Vạn Trúc: Hai cán bộ kỹ thuật.', []],
    ],
  ],
  [
    'bodies that are counted up',
    'THÔNG BÁO',
    [
      ['1. Các bến đò đã đóng cửa gồm:', []],
      ['- Bến đò Hạ: Thuyền hỏng, chủ đò đã bán thuyền.', []],
      ['- Bến đò Thượng: Không còn khách.', []],
      ['2. Các bến đò còn chở khách:', []],
      ['- Bến đò Giữa: Ba thuyền, hai lái đò.', []],
    ],
  ],
  [
    'topics, over bodies that order nothing and bodies that act',
    'KẾ HOẠCH',
    [
      ['1. Địa điểm', []],
      ['- Bãi đất trước đình.', []],
      ['2. Gian hàng', []],
      ['- Hợp tác xã Mây tre: Hai gian.', []],
      ['- Hội Làm muối: Một gian.', []],
      ['3. Hội Phụ nữ xã', ['Hội Phụ nữ xã']],
      ['- Nấu cháo cho dân công.', []],
      ['4. Đội xe bò Hoa Súng', ['Đội xe bò Hoa Súng']],
      ['- Chở tre dựng rạp.', []],
    ],
  ],
  [
    'headings with bodies that no lexicon knows',
    'KẾ HOẠCH',
    [
      ['1. Đội múa rồng Bến Đạm', ['Đội múa rồng Bến Đạm']],
      ['- Múa ở sân đình hai buổi.', []],
      ['2. Gánh hát Sông Mây', ['Gánh hát Sông Mây']],
      ['- Diễn ba tối liền.', []],
      ['3. Tổ trồng hoa ven đê', ['Tổ trồng hoa ven đê']],
      ['- Tưới hoa mỗi sáng.', []],
      ['4. Lò bánh, quán trọ', ['Lò bánh, quán trọ']],
      ['- Niêm yết giá.', []],
    ],
  ],
  [
    'headings with what a body is there for in its name',
    'KẾ HOẠCH',
    [
      ['1. Trạm bơm Đồng Chiêm', ['Trạm bơm Đồng Chiêm']],
      ['- Bơm suốt đêm.', []],
      ['2. Hợp tác xã nung vôi Hoa Súng', ['Hợp tác xã nung vôi Hoa Súng']],
      ['- Dừng lò khi nước cạn.', []],
      ['3. Đội giữ nước các thôn', ['Đội giữ nước các thôn']],
      ['- Đi tuần mương.', []],
    ],
  ],
  [
    'rooms',
    'KẾ HOẠCH',
    [
      ['1. Phòng Hội thảo', []],
      ['- Hai mươi ghế.', []],
      ['2. Phòng Thủy lợi', []],
      ['- Ba bàn.', []],
      ['3. Kho Lương thực', []],
      ['- Một cân bàn.', []],
    ],
  ],
  [
    'products',
    'THÔNG BÁO',
    [
      ['1. Hợp tác xã Mây tre', []],
      ['- Giỏ đựng quả.', []],
      ['- Ghế mây.', []],
      ['2. Hợp tác xã Làm muối', []],
      ['- Muối hạt.', []],
    ],
  ],
  [
    'members',
    'QUYẾT ĐỊNH',
    [
      ['1. Tổ trưởng: Ông Lò Văn Pản, Trưởng phòng Thủy lợi.', []],
      ['2. Các thành viên:', []],
      ['- Bà Tẩn Thị Mẩy, kế toán;', []],
      ['- Ông Đặng Văn Sính, thủ kho.', []],
    ],
  ],
  [
    'topics, with who acts in the sentence below',
    'KẾ HOẠCH',
    [
      ['1. Về sổ sách', []],
      ['Trưởng vạn chài lập sổ thuyền theo mẫu.', ['Trưởng vạn chài']],
      ['2. Về kinh phí', []],
      ['Phòng Tài chính cấp tiền giấy bút.', ['Phòng Tài chính']],
      ['3. Về phao', []],
      ['Kinh phí mua phao lấy từ quỹ xã.', []],
    ],
  ],
  [
    'responsibilities',
    'KẾ HOẠCH',
    [
      ['1. Trách nhiệm của các phòng, ban', []],
      ['a) Phòng Thủy lợi: Đo mực nước; gửi số liệu.', ['Phòng Thủy lợi']],
      ['b) Phòng Hạ tầng: Vá đường.', ['Phòng Hạ tầng']],
      ['2. Trách nhiệm của Ủy ban nhân dân các xã', ['Ủy ban nhân dân các xã']],
      ['a) Lập sổ hộ.', []],
      ['b) Gửi sổ trước Tết.', []],
    ],
  ],
  [
    'bodies with those that take part',
    'CHỈ THỊ',
    [
      ['1. Trạm Thú y chủ trì, phối hợp với Công an xã bắt chó thả rông.', ['Trạm Thú y']],
      ['2. Công an xã phối hợp cùng Đội bảo vệ chợ lập biên bản.', ['Công an xã']],
      ['3. Hội Phụ nữ cùng với Trạm Y tế xã phát tờ rơi.', ['Hội Phụ nữ']],
    ],
  ],
  [
    'headings behind a request',
    'CHỈ THỊ',
    [
      ['1. Yêu cầu với các chủ thầu', ['các chủ thầu']],
      ['- Mượn thêm máy bơm.', []],
      ['2. Đề nghị với Hội Làm muối', ['Hội Làm muối']],
      ['- Đắp bờ ruộng.', []],
      ['3. Đối với các xã ven đê', ['các xã ven đê']],
      ['- Cử người canh điếm.', []],
      ['4. Đối với thuyền không số', []],
      ['- Thuyền dưới ba mét: miễn phạt.', []],
    ],
  ],
  [
    'headings with who is meant',
    'CHỈ THỊ',
    [
      [
        '1. Các Tổ Quản lý cống ven sông là chủ các trạm bơm nhỏ: Cắm biển ở chỗ nước sâu.',
        ['Các Tổ Quản lý cống ven sông'],
      ],
      ['2. Các lò gạch là hội viên Hội Gạch: Nộp sổ lò.', ['Các lò gạch']],
    ],
  ],
  [
    'competences and of how a body works',
    'QUYẾT ĐỊNH',
    [
      ['1. Thẩm quyền cấp phép', []],
      ['a) Ủy ban nhân dân huyện: Bến liên xã.', []],
      ['b) Ủy ban nhân dân xã: Bến trong xã.', []],
      ['2. Chế độ làm việc', []],
      ['a) Ban Quản lý bến làm việc theo giờ hành chính.', []],
      ['b) Ban Quản lý bến họp mỗi tuần một lần.', []],
      ['3. Thành phần Ban', []],
      ['a) Trưởng ban: Phó Chủ tịch xã.', []],
      ['b) Ủy viên: Trưởng thôn.', []],
    ],
  ],
  [
    'results',
    'BÁO CÁO',
    [
      ['1. Kết quả', []],
      ['a) Trạm bơm Đồng Chiêm bơm được ba mươi giờ.', []],
      ['b) Hợp tác xã Hoa Súng đắp hai bờ mương.', []],
      ['2. Tồn tại', []],
      ['a) Các xã nộp báo cáo chậm.', []],
    ],
  ],
  [
    'what the public may do, and must by some day',
    'THÔNG BÁO',
    [
      ['1. Hộ gia đình nhận giống ở quầy số hai.', []],
      ['2. Các hộ bán rau dời sang sân sau trước ngày 15/12/2021.', ['Các hộ bán rau']],
    ],
  ],
  [
    'places where something is kept, for whom it is ordered',
    'THÔNG BÁO',
    [['1. Các Trạm Thủy văn là nơi giữ sổ đo: Cho các xã chép lại không thu tiền.', ['Các Trạm Thủy văn']]],
  ],
  [
    'steps',
    'HƯỚNG DẪN',
    [
      ['1. Trình tự', []],
      ['- Bước 1: Chủ đò nộp sổ cũ ở xã.', ['Chủ đò']],
      ['- Bước 2: Công an xã ghi sổ mới.', ['Công an xã']],
      ['- Bước 3: Trưởng bến giao sổ.', ['Trưởng bến']],
    ],
  ],
  [
    'bodies that are there for something, and of which is said what became of them',
    'KẾ HOẠCH',
    [
      ['1. Đội khiêng kiệu làng Vò', ['Đội khiêng kiệu làng Vò']],
      ['- Mặc áo nâu.', []],
      ['2. Tổ nấu ăn trường mầm non', ['Tổ nấu ăn trường mầm non']],
      ['- Rửa bát bằng nước sôi.', []],
      ['3. Những trại vịt sau đây đã bán hết vịt:', []],
      ['a) Trại vịt Bến Nứa: Chuồng bỏ không; chủ trại đi làm thuê.', []],
    ],
  ],
]

const assigneesIn = (items: readonly ItemRecord[]): string[] =>
  items.flatMap(({ assignees, items: below }) => [...assignees, ...assigneesIn(below)])

test.each(LISTS)('in a list of %s', (_, type, lines) => {
  const { items } = parseDirective(
    [
      'ỦY BAN NHÂN DÂN\nHUYỆN VẠN TRÚC',
      'Số: 60/UBND-VP',
      'Vạn Trúc, ngày 06 tháng 10 năm 2021',
      `${type}\nVề việc mùa màng`,
      lines.map(([line]) => line).join('\n'),
      'Nơi nhận:\n- Các xã;\n- Lưu: VT.',
    ].join('\n\n'),
  )
  expect(assigneesIn(items)).toEqual(lines.flatMap(([, actors]) => actors))
})
