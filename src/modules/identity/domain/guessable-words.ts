/**
 * Words that passwords are made of most often, as they look without diacritics, spaces and capitals [ID5]. Runs of the
 * keyboard, years and repetitions are found by rule and stand in no list.
 */
export const COMMON_WORDS = words(`
  password passwort passw0rd pass word matkhau matkhaumoi mkhau admin administrator root user guest test demo
  quantri quanly nguoidung taikhoan dangnhap welcome login letmein changeme secret master default access
  hello xinchao chaomung iloveyou loveyou loveme yeuem yeuanh anhyeuem emyeuanh yeuemmaimai anhnhoem emnhoanh
  conyeu boyeu meyeu giadinh hanhphuc mayman phattai thanhcong tinhyeu cuocsong khongbiet khongco motminh
  dragon monkey football baseball basketball superman batman spiderman sunshine princess shadow michael jordan jessica
  ashley daniel charlie thomas jennifer hunter ranger buster soccer hockey killer george andrew summer winter
  spring autumn flower cookie cheese banana orange apple chocolate coffee ginger pepper purple silver golden
  diamond angel devil freedom whatever trustno forever friend friends family lovely baby babygirl computer internet
  google facebook zalo youtube tiktok gmail yahoo hotmail iphone samsung nokia windows microsoft android
  pokemon starwars naruto doraemon songoku minecraft lienminh lienquan freefire pubg
  vietnam hanoi saigon hochiminh danang haiphong cantho bachho lachong conrong hoabinh doclap tudo
  abc xyz qwe qaz wsx zxc
  cuatoi cuaminh cuaem cuaanh cuachung nguyen tran pham hoang huynh phan dang dinh truong duong
`);

/** Words of this work and this bank; the person's own name, phone and places are added at the time [ID5]. */
export const LOCAL_WORDS = words(`
  nganhangchinhsachxahoi nganhangchinhsach nganhang chinhsachxahoi chinhsach nhcsxh vbsp csxh tindungchinhsach
  tindung giaoban phonggiaodich diemgiaodich giaodich pgd chinhanh ubnd uybannhandan uyban nhandan
  chutich phochutich giamdoc phogiamdoc canbo tinhdoan bithu totruong topho thontruong truongthon congan
  totietkiemvavayvon totietkiem tietkiem vayvon tochinhsach hoinongdan hoiphunu phunu cuuchienbinh doanthanhnien
  thanhnien bandaidien hongheo canngheo giamngheo xoadoigiamngheo nongthonmoi xaphuong
`);

function words(text: string): readonly string[] {
  const all = text.trim().toLowerCase().split(/\s+/);
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}
